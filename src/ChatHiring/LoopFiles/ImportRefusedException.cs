using ChatHiring.Files;

namespace ChatHiring.LoopFiles;

/// <summary>Takes back the commit of an import: a refusal leaves nothing behind.</summary>
internal sealed class ImportRefusedException(IReadOnlyList<FileFault> faults) : Exception("The file was refused.")
{
    public IReadOnlyList<FileFault> Faults { get; } = faults;
}
