using ChatHiring.Delivery;
using ChatHiring.Loops;
using ChatHiring.People;
using ChatHiring.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatHiring.Timeline;

/// <summary>The posts that a loop has had, by natural key, so that no event is posted twice.</summary>
internal sealed class PostsSoFar
{
    private readonly HiringDb _db;
    private readonly HashSet<string> _keys;

    private PostsSoFar(HiringDb db, HashSet<string> keys) => (_db, _keys) = (db, keys);

    public static async Task<PostsSoFar> Load(HiringDb db, Loop loop, CancellationToken cancel) =>
        new(db, await db.Posts.Where(post => post.LoopId == loop.Id).Select(post => post.NaturalKey).ToHashSetAsync(cancel));

    /// <summary>An interview that was moved away and back has had its post.</summary>
    public void Add(Post post)
    {
        if (_keys.Add(post.NaturalKey))
            _db.Posts.Add(post);
    }

    /// <summary>The nudges that somebody has had on one of their days, from any loop.</summary>
    public async Task<List<Post>> NudgesOf(PersonId person, DateOnly day, CancellationToken cancel)
    {
        var keys = NudgeRules.Keys(person, day).ToList();
        var stored = await _db.Posts.Where(post => keys.Contains(post.NaturalKey)).ToListAsync(cancel);
        return [.. _db.Posts.Local.Where(post => keys.Contains(post.NaturalKey)).Concat(stored).DistinctBy(post => post.Id)];
    }
}
