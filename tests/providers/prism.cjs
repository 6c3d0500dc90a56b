// Serves the API descriptions named on the command line with Prism, each on a free port of this computer, prints
// the addresses as one line of JSON, and ends when its input does. One process for all of them: loading Prism
// takes longer than serving. The first argument is the folder that npm installed Prism into.
const { createRequire } = require("node:module");

const [folder, ...files] = process.argv.slice(2);
const load = createRequire(`${folder}/node_modules/@stoplight/prism-cli/package.json`);
const { createLogger } = load("@stoplight/prism-core");
const { getHttpOperationsFromSpec } = load("@stoplight/prism-http");
const { createServer } = load("@stoplight/prism-http-server");

const config = {
  isProxy: false, checkSecurity: true, validateRequest: true, validateResponse: false, errors: false,
  upstreamProxy: undefined, mock: { dynamic: false },
};

async function serve(file) {
  const logger = createLogger("quiet", { level: "silent" });
  const server = createServer(await getHttpOperationsFromSpec(file), { components: { logger }, config, cors: false });
  return server.listen(0, "127.0.0.1");
}

process.stdin.resume().on("end", () => process.exit(0));
Promise.all(files.map(serve)).then((addresses) => console.log(JSON.stringify(addresses)));
