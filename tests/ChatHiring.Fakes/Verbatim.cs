using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChatHiring.Fakes;

/// <summary>JSON with every letter as it is, so that its bytes can be counted.</summary>
internal static class Verbatim
{
    public static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
