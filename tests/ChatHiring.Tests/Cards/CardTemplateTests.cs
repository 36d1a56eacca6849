using System.Text.Json.Nodes;
using ChatHiring.Cards;
using CsCheck;

namespace ChatHiring.Tests.Cards;

public class CardTemplateTests
{
    [Theory]
    [InlineData("""{"a":"Hi ${name}, ${n} of ${list[1]}"}""", """{"a":"Hi Ana, 3 of two"}""")]
    [InlineData("""{"a":"${n}","b":"${yes}","c":"${deep.down}"}""", """{"a":3,"b":true,"c":"here"}""")]
    [InlineData("""{"a":[{"$data":"${list}","at":"${$index}","is":"${$data}","of":"${$root.name}"}]}""", """{"a":[{"at":0,"is":"one","of":"Ana"},{"at":1,"is":"two","of":"Ana"}]}""")]
    [InlineData("""{"a":{"$data":"${deep}","b":"${down}"}}""", """{"a":{"b":"here"}}""")]
    [InlineData("""{"a":[{"$when":"${yes}","b":1},{"$when":"${!yes}","b":2},{"$when":"${none}","b":"${none}"}]}""", """{"a":[{"b":1}]}""")]
    [InlineData("""{"a":[{"$when":"${!!yes}","b":1},{"$when":"${!!none}","b":2},{"$when":"${!!n}","b":3}]}""", """{"a":[{"b":1},{"b":3}]}""")]
    [InlineData("""{"a":{"$when":"${none}","b":1},"c":2}""", """{"c":2}""")]
    [InlineData("""{"a":{"$when":"${empty}","b":1},"c":{"$when":"${list}","d":2}}""", """{"c":{"d":2}}""")]
    [InlineData("""{"a":"${none}","b":1}""", """{"b":1}""")]
    [InlineData("""{"a":{"$data":"${none}","$when":"${$data}","b":1},"c":2}""", """{"c":2}""")]
    [InlineData("""{"a":[{"$data":"${items}","$when":"${on}","b":"${n}"}]}""", """{"a":[{"b":2}]}""")]
    [InlineData("""{"$schema":"x","a":null,"b":["${name}",1.50]}""", """{"$schema":"x","a":null,"b":["Ana",1.50]}""")]
    public void Places_are_filled(string template, string filled) => Assert.Equal(filled, Fill(template));

    [Theory]
    [InlineData("""{"a":"${name"}""", "$.a")]
    [InlineData("""{"a":"${toUpper(name)}"}""", "$.a")]
    [InlineData("""{"a":"${n + 1}"}""", "$.a")]
    [InlineData("""{"a":"${}"}""", "$.a")]
    [InlineData("""{"a":[{"$each":"${list}"}]}""", "$.a[0].$each")]
    [InlineData("""{"a":[{"$data":["one"]}]}""", "$.a[0].$data")]
    [InlineData("""{"a":[{"$when":true}]}""", "$.a[0].$when")]
    [InlineData("""{"a":[{"$when":"${n == 3}"}]}""", "$.a[0].$when")]
    [InlineData("""{"a":{"$schema":"x"}}""", "$.a.$schema")]
    [InlineData("""{"a":{"type":"${name}"}}""", "$.a.type")]
    [InlineData("""{"a${name}":1}""", "$.a${name}")]
    [InlineData("""{"a":1,"a":2}""", "no JSON")]
    [InlineData("""{"a":""", "no JSON")]
    [InlineData("[]", "$: a card is an object")]
    public void What_the_language_does_not_know_is_refused_when_it_is_read(string template, string place)
    {
        var refused = Assert.Throws<InvalidDataException>(() => CardTemplate.Read("sample", template, AsIs));
        Assert.Contains("Card template sample, " + place, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":"${nobody}"}""", "$.a: the data has no 'nobody'")]
    [InlineData("""{"a":"${deep.nobody}"}""", "$.a: the data has no 'deep.nobody'")]
    [InlineData("""{"a":"${list[2]}"}""", "$.a: the data has no 'list[2]'")]
    [InlineData("""{"a":"x ${none}"}""", "$.a: the value is null")]
    [InlineData("""{"a":["${none}"]}""", "$.a[0]: the value is null")]
    [InlineData("""{"a":"${deep}"}""", "$.a: the value is an object")]
    [InlineData("""{"a":"${$index}"}""", "$.a: $index outside")]
    [InlineData("""{"a":{"$data":"${list}"}}""", "$.a: only an element")]
    [InlineData("""{"a":{"$when":"${nobody}"}}""", "$.a: the data has no 'nobody'")]
    [InlineData("""{"$when":"${none}"}""", "$: left out")]
    public void Data_that_is_not_there_is_an_error_and_no_empty_text(string template, string why)
    {
        var refused = Assert.Throws<InvalidDataException>(() => Fill(template));
        Assert.Contains("Card template sample, " + why, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_escaped_by_the_text_they_land_in_and_the_template_never_is()
    {
        var template = CardTemplate.Read(
            "sample", """{"text":"*x* ${v}","a":{"type":"t","text":"<${v}>","b":["${v}"]}}""", (type, property, value) => $"[{type}.{property}:{value}]");

        Assert.Equal("""{"text":"*x* [.text:v]","a":{"type":"t","text":"\u003C[t.text:v]\u003E","b":["[t.b:v]"]}}""", template.Fill(new JsonObject { ["v"] = "v" }).ToJsonString());
    }

    private static readonly string[] _tricks = ["${name}", "${", "}", "\",\"a\":[", "{\"$when\":false}", "\\u0022", "{0}"];

    [Fact]
    public void What_a_person_typed_comes_out_as_typed() => Gen.OneOf(Gen.String, Gen.Int[0, _tricks.Length - 1].Select(at => _tricks[at])).Array[1, 4]
        .Select(string.Concat).Holds(typed =>
        {
            var template = CardTemplate.Read("sample", """{"a":"${v}","b":"_${v}_","c":[{"$data":"${list}","d":"${$data}"}]}""", AsIs);
            var filled = template.Fill(new JsonObject { ["v"] = typed, ["list"] = new JsonArray(typed) });
            Assert.Equal(typed, filled["a"]!.GetValue<string>());
            Assert.Equal($"_{typed}_", filled["b"]!.GetValue<string>());
            Assert.Equal(typed, filled["c"]![0]!["d"]!.GetValue<string>());
        });

    [Fact]
    public void A_template_is_filled_many_times_without_a_trace()
    {
        var template = CardTemplate.Read("sample", """{"a":[1,{"b":"${v}"}]}""", AsIs);
        var first = template.Fill(new JsonObject { ["v"] = 1 });
        first["a"]![0] = 9;

        Assert.Equal("""{"a":[1,{"b":2}]}""", template.Fill(new JsonObject { ["v"] = 2 }).ToJsonString());
    }

    private static string AsIs(string? type, string property, string value) => value;

    private static string Fill(string template) => CardTemplate.Read("sample", template, AsIs).Fill(JsonNode.Parse(
        """{"name":"Ana","n":3,"yes":true,"none":null,"empty":[],"deep":{"down":"here"},"list":["one","two"],"items":[{"on":false,"n":1},{"on":true,"n":2}]}""")!).ToJsonString();
}
