using System.CommandLine;
using ChatHiring.Audit;
using ChatHiring.Delivery;
using ChatHiring.LoopFiles;
using ChatHiring.Storage;
using ChatHiring.Teams.Package;

namespace ChatHiring.Host;

/// <summary>The command line: the host's own program with a verb. A changing verb acts as the operator and never migrates.</summary>
internal static class Verbs
{
    private static readonly string[] Known = ["loops", "health", "teams-package", "--help", "-h", "-?", "--version"];

    /// <summary>Whether the first word is a verb; everything else is a setting of the host.</summary>
    public static bool Handles(string[] args) => args.Length > 0 && Known.Contains(args[0]);

    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("ChatHiring. Without a verb it starts the host.") { LoopsVerb(), HealthVerb(), TeamsPackageVerb() };
        return root.Parse(args).InvokeAsync();
    }

    private static Command LoopsVerb()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A loop file in YAML or JSON; samples/backend-engineer-loop.yaml explains the format." };
        var import = new Command("import", "Bring people, jobs and loops in. All or nothing; the same file twice changes nothing.") { file };
        import.SetAction((parsed, cancel) => WithProduct(services => ImportFile(services, parsed.GetRequiredValue(file), cancel), cancel));
        return new Command("loops", "Candidates' runs through a job's stages.") { import };
    }

    private static Command HealthVerb()
    {
        var messageTo = new Option<string?>("--message-to") { Description = "Also send a test message to whoever has this e-mail address.", HelpName = "EMAIL" };
        var health = new Command("health", "Say per part what works, and what to do where it does not.") { messageTo };
        health.SetAction((parsed, cancel) => WithProduct(services => Health.Print(services, parsed.GetValue(messageTo), cancel), cancel));
        return health;
    }

    private static Command TeamsPackageVerb()
    {
        var output = new Option<FileInfo>("--out") { Description = "Where to write it.", HelpName = "FILE", DefaultValueFactory = _ => new FileInfo("chathiring-teams.zip") };
        var package = new Command("teams-package", "Write the app package that an administrator uploads to Teams, with Teams:AppId and PublicUrl in it.") { output };
        package.SetAction((parsed, cancel) => WritePackage(Composition.CreateBuilder([]).Configuration, parsed.GetRequiredValue(output), cancel));
        return package;
    }

    private static async Task<int> WritePackage(ConfigurationManager configuration, FileInfo file, CancellationToken cancel)
    {
        var (zip, faults) = TeamsPackage.Build(Path.Combine(AppContext.BaseDirectory, "manifests", "teams"), configuration["Teams:AppId"], PublicAddress.Read(configuration["PublicUrl"], configuration["Urls"]).Start);
        if (faults.Count > 0)
            return Fail([.. faults, "Nothing was written."]);
        if (file.Directory is { Exists: false } missing)
            return Fail($"There is no folder {missing.FullName}. Make it, or name another with --out.");
        try
        {
            await File.WriteAllBytesAsync(file.FullName, zip, cancel);
            return Say($"Wrote {file.FullName}. docs/teams.md says where to upload it.");
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return Fail($"{file.FullName} cannot be written: {denied.Message}");
        }
    }

    private static async Task<int> ImportFile(IServiceProvider services, FileInfo file, CancellationToken cancel)
    {
        if (await services.GetRequiredService<PrepareStorage>().WhyNotReady(cancel) is { } why)
            return Fail(why);
        var outcome = await services.GetRequiredService<ImportLoops>().RunFile(file.FullName, Actor.Operator, cancel);
        return outcome switch
        {
            ImportLoops.Outcome.Refused refused => Fail(
                [$"{file.Name} was refused; nothing was changed.", .. refused.Faults.Select(fault => $"{file.Name}, line {fault.Line}: {fault.Reason}")]),
            ImportLoops.Outcome.Imported done => Say(
                $"People: {Said(done.People)}. Jobs: {Said(done.Jobs)}. Loops: {Said(done.Loops)}."),
            _ => throw new InvalidOperationException("The operator may import."),
        };
    }

    private static async Task<int> WithProduct(Func<IServiceProvider, Task<int>> act, CancellationToken cancel)
    {
        try
        {
            var builder = Composition.CreateBuilder([]);
            builder.Logging.ClearProviders();
            builder.Services.AddProduct(builder.Configuration);
            builder.AddChatForVerbs();
            builder.Services.PostConfigure<StorageOptions>(options => options.BusySeconds = 30);
            await using var services = builder.Services.BuildServiceProvider();
            cancel.ThrowIfCancellationRequested();
            return await act(services);
        }
        catch (StorageUnavailableException outage)
        {
            return Fail($"{outage.Message} Nothing was changed.");
        }
    }

    private static string Said(ImportCount count) => $"{count.Added} added, {count.Changed} changed, {count.Unchanged} unchanged";

    private static int Say(string line)
    {
        Console.WriteLine(line);
        return 0;
    }

    private static int Fail(params string[] lines)
    {
        foreach (var line in lines)
            Console.Error.WriteLine(line);
        return 1;
    }
}
