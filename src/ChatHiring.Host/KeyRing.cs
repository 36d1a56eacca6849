using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using ChatHiring.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Options;

namespace ChatHiring.Host;

/// <summary>Keeps the data-protection keys in our database, encrypted by <c>DataProtection:Certificate</c> when that is set.</summary>
internal sealed class KeyRing(KeepKeys keys, IConfiguration configuration, ILoggerFactory logs) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        if (CertificateOf(configuration) is { } certificate)
            options.XmlEncryptor = new CertificateXmlEncryptor(certificate, logs);
    }

    // The framework asks for keys synchronously, once at start and when a key is a day old.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        keys.All(CancellationToken.None).GetAwaiter().GetResult().ConvertAll(xml => XElement.Parse(xml));

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Keep(friendlyName, element.ToString(SaveOptions.DisableFormatting), CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The certificate of the configured PKCS#12 file, which has no password; null when none is configured.</summary>
    internal static X509Certificate2? CertificateOf(IConfiguration configuration) =>
        configuration["DataProtection:Certificate"] is { Length: > 0 } file ? X509CertificateLoader.LoadPkcs12FromFile(file, null) : null;
}
