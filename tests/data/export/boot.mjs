// Holds a handler as Lambda's environment does: node boot.mjs FILE
// Each line on standard input is an invocation; each answers with a line of JSON. The line
// {"at_once": 20} is as many, started together, and answers with a line of all answers.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(process.argv[2]));

async function invoke(event) {
  try {
    return { answer: await handler(event, {}) };
  } catch (error) {
    return { error: `${error.code} ${error.message}` };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const event = JSON.parse(line);
  const said = event.at_once ? await Promise.all(Array.from({ length: event.at_once }, invoke)) : await invoke(event);
  console.log(JSON.stringify(said));
}
process.exit();
