using ChatHiring.Files;

namespace ChatHiring.LoopFiles;

/// <summary>Reads people: in their own section, in a panel, and as the recruiter or hiring manager of a job.</summary>
internal static class LoopFilePeople
{
    private static readonly FileShape Shape = new("person", ["email"], ["name", "zone", "roles", "slack", "entra"]);

    /// <summary>A person with at least an address; null, with a fault, when there is none.</summary>
    public static PersonEntry? Read(FileNode node, FileFaults faults)
    {
        if (FileFields.Of(node, Shape, faults) is not { } fields)
            return null;
        var email = fields.Node("email") is { } address ? LoopFileTexts.Email(address, fields.Name("email"), faults) : null;
        var person = new PersonEntry(
            fields.LineOf("email"),
            email ?? "",
            fields.TextOrNull("name", LoopFileTexts.LongestName),
            fields.Zone("zone"),
            Roles(fields),
            fields.SlackMember("slack"),
            fields.EntraObject("entra"));
        return email is null ? null : person;
    }

    /// <summary>A person, or only their address.</summary>
    /// <param name="name">How a sentence names the place.</param>
    public static PersonEntry? ReadOrAddress(FileNode node, string name, FileFaults faults)
    {
        if (node is FileMapping)
            return Read(node, faults);
        return LoopFileTexts.Email(node, name, faults) is { } email ? new PersonEntry(node.Line, email) : null;
    }

    private static FileRole[]? Roles(FileFields fields) => fields.Has("roles")
        ? [.. fields.List("roles", LoopFileTexts.MostEntries, node => FileTexts.Choice<FileRole>(node, $"An entry of {fields.Name("roles")}", fields.Faults)).Distinct().Order()]
        : null;
}
