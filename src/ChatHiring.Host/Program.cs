using ChatHiring.Host;

if (Verbs.Handles(args))
    return await Verbs.Run(args);

try
{
    var builder = Composition.CreateBuilder(args);
    builder.AddHost();
    await using var app = builder.Build();
    // Before the host starts, which would log the refusal with its stack trace.
    await app.CheckSettings();
    app.UseHost();
    await app.RunAsync();
    return 0;
}
catch (Exception thrown) when (StartRefusal.Sentence(thrown) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}

/// <summary>Names the entry point for tests.</summary>
public partial class Program;
