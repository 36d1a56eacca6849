using ChatHiring.Jobs;
using ChatHiring.Loops;
using ChatHiring.People;

namespace ChatHiring.Demo;

/// <summary>What the demo page shows. It counts cards and holds none of what they say.</summary>
/// <param name="First">Null: the database was not empty at the first start.</param>
/// <param name="Whole">Null until somebody asks for it.</param>
public sealed record DemoView(DemoLoop? First, DemoLoop? Whole);

/// <summary>One loop of the demo.</summary>
/// <param name="Candidate">As the job names its candidates.</param>
/// <param name="HiringManager">Reads the debrief.</param>
/// <param name="Steps">The cards that wait at the start, in the order in which the newcomer writes them.</param>
/// <param name="Owing">Who owes how many cards now, by name; those who owe none are not listed.</param>
public sealed record DemoLoop(
    LoopId Loop,
    ChannelId Channel,
    string Candidate,
    CardCount Cards,
    DateTimeOffset? RevealedAt,
    DemoPerson HiringManager,
    IReadOnlyList<DemoStep> Steps,
    IReadOnlyList<DemoDebt> Owing);

/// <summary>Somebody to be.</summary>
public sealed record DemoPerson(PersonId Id, string Name);

/// <summary>One card for the newcomer to write.</summary>
/// <param name="IsDone">The card is in, or is no longer asked for.</param>
public sealed record DemoStep(SeatId Seat, DemoPerson Person, string StageName, bool IsDone);

/// <param name="Cards">At least 1.</param>
public sealed record DemoDebt(DemoPerson Person, int Cards);
