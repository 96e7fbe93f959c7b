// Holds a handler as Lambda's environment does: node boot.mjs FILE
// Each line on standard input is an invocation; each answers with a line of JSON.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { handler } = await import(pathToFileURL(process.argv[2]));
for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify({ answer: await handler(JSON.parse(line), {}) }));
  } catch (error) {
    console.log(JSON.stringify({ error: `${error.code} ${error.message}` }));
  }
}
process.exit();
