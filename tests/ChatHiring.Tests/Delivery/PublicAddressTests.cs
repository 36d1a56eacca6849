using ChatHiring.Delivery;

namespace ChatHiring.Tests.Delivery;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("https://hiring.example.com", "http://127.0.0.1:5080", "https://hiring.example.com/", "https://hiring.example.com/")]
    [InlineData(null, "http://127.0.0.1:5080;http://[::1]:5080", null, "http://127.0.0.1:5080/")]
    [InlineData("", "http://+:8080", null, null)]
    [InlineData(null, null, null, null)]
    public void What_is_told_comes_before_where_the_host_listens(string? told, string? urls, string? expected, string? start)
    {
        var address = PublicAddress.Read(told, urls);

        Assert.Equal((expected, start), (address.Told?.AbsoluteUri, address.Start?.AbsoluteUri));
    }
}
