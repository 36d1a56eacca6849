namespace ChatHiring.Files;

/// <summary>Which keys a group of keys must and may have.</summary>
/// <param name="What">Names the group in a sentence: "job" in "The job has no 'title'."</param>
internal sealed record FileShape(string What, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    public bool Knows(string key) => Required.Contains(key) || Optional.Contains(key);

    public string Known => string.Join(", ", Required.Concat(Optional));
}
