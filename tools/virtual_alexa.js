// Virtual Alexa on a pipe: one JSON command a line in, one JSON answer a line out. `node virtual_alexa.js URL MODEL`.
//   {"new": true}                 a new session
//   {"launch": true}              open the skill
//   {"route": "my calf cramps"}   the request that it would make of a sentence; nothing is sent
//   {"utter": "my calf cramps"}   the same, sent
//   {"intent": {...}}             a request with this intent, sent
const { VirtualAlexa } = require("virtual-alexa");
const [url, model] = process.argv.slice(2);
const KEPT = "kept back";
let alexa = null;

async function answer(command) {
  if (command.new) {
    alexa = VirtualAlexa.Builder().skillURL(url).interactionModelFile(model).create();
    return {};
  }
  let request = null;
  alexa.filter((made) => {
    for (const [name, value] of Object.entries(command.values || {})) made.request.intent.slots[name].value = value;
    request = made;
    if (command.route) throw new Error(KEPT);
  });
  try {
    if (command.launch) return { response: await alexa.launch() };
    if (command.intent) return { response: await alexa.request().intent(command.intent.name).set("request.intent", command.intent).send() };
    return { response: await alexa.utter(command.route || command.utter), request };
  } catch (error) {
    const why = String(error.message || error);
    return why === KEPT ? { request } : { error: why };
  }
}

(async () => {
  for await (const line of require("readline").createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await answer(JSON.parse(line))));
  }
})();
