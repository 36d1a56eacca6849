// Microsoft's own validation of manifests, without a network: Ajv on the schemas that its package brings, then the package itself.
// Every file that is named gets one line: a list of what is wrong with it.
import { readFileSync } from "node:fs";
import manifests from "@microsoft/app-manifest";
import Ajv from "ajv-draft-04";
import formats from "ajv-formats";

const schemas = "node_modules/@microsoft/app-manifest/build/json-schemas/teams";
const read = path => JSON.parse(readFileSync(path, "utf8"));
const judges = {};

function judgeOf(version) {
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats(ajv);
  return judges[version] ??= ajv.compile(read(`${schemas}/v${version}/MicrosoftTeams.schema.json`));
}

for (const path of process.argv.slice(2)) {
  const manifest = read(path);
  const judge = judgeOf(manifest.manifestVersion);
  judge(manifest);
  const said = (judge.errors ?? []).map(error => `${error.instancePath} ${error.message}`);
  try {
    const [, errors] = await manifests.ManifestUtil.loadAndValidateFromPath(path);
    said.push(...errors.map(String));
  } catch (thrown) {
    said.push(String(thrown));
  }
  console.log(JSON.stringify(said));
}
