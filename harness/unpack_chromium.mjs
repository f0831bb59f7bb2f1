// Unpacks the Chromium that npm's @sparticuz/chromium carries, with its fonts and libraries, into a folder.
//
//   node unpack_chromium.mjs PACKAGE-FOLDER TARGET-FOLDER
//
// The package always unpacks to the system's temporary folder, which any user may have filled before us; so that is
// pointed at the target first. Nothing is fetched: the archives are inside the package.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [packageFolder, target] = process.argv.slice(2);
process.env.TMPDIR = process.env.TMP = process.env.TEMP = target;
const { inflate } = await import(pathToFileURL(join(packageFolder, "build", "index.js")));
await Promise.all(
  ["chromium.br", "fonts.tar.br", "al2023.tar.br"].map((archive) => inflate(join(packageFolder, "bin", archive))),
);
