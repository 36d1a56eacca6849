using ChatHiring.Cards;
using ChatHiring.Delivery;
using ChatHiring.Slack.Outbound;

namespace ChatHiring.Slack.Accounts;

/// <summary>Whether Slack knows the people of open loops: the demo's, for one, are nobody's colleagues.</summary>
internal sealed class SlackFoundPeople(SlackDirectory directory, Wording words)
{
    // A look at a page is no reason to ask Slack for hundreds.
    private const int MostLookUps = 20;

    /// <returns>Null: there is nobody to be found yet.</returns>
    public async Task<SetUpItem?> Item(IReadOnlyList<SetUpPerson> people, CancellationToken cancel)
    {
        var unknown = people.Where(person => !person.Accounts.ContainsKey(SlackPosts.Platform)).ToList();
        var missing = new List<SetUpPerson>();
        foreach (var person in unknown.Take(MostLookUps))
            switch (await directory.FindPerson(person.Email, null, cancel))
            {
                case Lookup.NotHere:
                    missing.Add(person);
                    break;
                case Lookup.NoAnswer:
                    return new(SetUpPart.People, SetUpState.NotTried, words.Say("set-up.slack-silent"));
            }

        var asked = people.Count - Math.Max(0, unknown.Count - MostLookUps);
        return people.Count == 0 ? null : Said(asked, missing);
    }

    private SetUpItem Said(int asked, List<SetUpPerson> missing)
    {
        var found = words.Say("set-up.people", ("found", asked - missing.Count), ("of", asked));
        var names = missing.Select(person => person.Name).OfType<string>().ToList();
        return missing.Count == 0
            ? new(SetUpPart.People, SetUpState.Works, found)
            : new(SetUpPart.People, SetUpState.Fault, string.Join(' ', [found, .. names.Count == 0 ? [] : new[] { words.Say("set-up.people-not", ("names", words.Join(names))) }, words.Say("set-up.people-do")]));
    }
}
