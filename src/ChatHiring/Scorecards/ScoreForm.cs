using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.Packs;

namespace ChatHiring.Scorecards;

/// <summary>A seat's card as its author sees it: the questions, who asks them, and what was written so far.</summary>
/// <param name="Items">In the order of the kit; the overall recommendation is <see cref="Overall"/>.</param>
/// <param name="Gaps">What the draft still lacks.</param>
/// <param name="WhyNotSave">Why nothing can be written now; null when it can.</param>
/// <param name="WhyNotSubmit">Why the draft cannot be submitted now; null when it can.</param>
/// <param name="Receipt">Null while no card is in.</param>
/// <param name="ChangedSinceSubmit">The draft says something else than the card that is in.</param>
/// <param name="Fingerprint">Names the draft as shown: sent back with the submit.</param>
public sealed record ScoreForm(
    CardHeading Heading,
    Rubric Rubric,
    IReadOnlyList<FormItem> Items,
    FormItem Overall,
    IReadOnlyList<FormFact> Facts,
    IReadOnlyList<Gap> Gaps,
    SeatState State,
    ScorecardRefusal? WhyNotSave,
    ScorecardRefusal? WhyNotSubmit,
    Receipt? Receipt,
    bool ChangedSinceSubmit,
    string Fingerprint)
{
    /// <summary>What was agreed with the candidate, as instructions. For the panel alone: no heading, reminder or channel carries it.</summary>
    public IReadOnlyList<string> Adjustments { get; init; } = [];

    /// <summary>When the debrief opened; null while it has not.</summary>
    public DateTimeOffset? RevealedAt { get; init; }

    /// <summary>Whether the author may say that they cannot be there, or has said so.</summary>
    public CantMakeIt CantMakeIt { get; init; } = new(false, null, null);

    /// <summary>The draft says what the card says that is in.</summary>
    public bool IsIn => Receipt is not null && !ChangedSinceSubmit;

    /// <summary>What an item or a fact is about; null for a key that the form does not have.</summary>
    public string? TopicOf(string key) => ItemOf(key)?.Item.Topic ?? Facts.FirstOrDefault(fact => fact.Fact.Key == key)?.Fact.Label;

    /// <summary>What is saved of an item's evidence, or of a fact; null for nothing.</summary>
    public string? TextOf(string key) => ItemOf(key)?.Answer.Evidence?.Text ?? Facts.FirstOrDefault(fact => fact.Fact.Key == key)?.Text;

    private FormItem? ItemOf(string key) => Items.Append(Overall).FirstOrDefault(item => item.Item.Key == key);
}

/// <summary>One scored item of a form.</summary>
/// <param name="AskedBy">Who asks it, when the panel has more than one; null otherwise.</param>
/// <param name="YouAsk">The reader asks it.</param>
/// <param name="Seen">The fingerprint of the answer as shown.</param>
public sealed record FormItem(KitItem Item, string? AskedBy, bool YouAsk, Answer Answer, string Seen);

/// <summary>Something to write down without a score.</summary>
public sealed record FormFact(StageFact Fact, string? Text, string Seen);
