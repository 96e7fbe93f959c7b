// Runs a Pulumi program with stand-ins for its engine, and prints what it asks for.
const { createRequire } = require("node:module");
const program = process.argv[2];
const pulumi = createRequire(program)("@pulumi/pulumi");

const made = [];
pulumi.runtime.setMocks(
  {
    newResource({ type, name, inputs }) {
      made.push({ type, name, inputs });
      const arn = `arn:aws:made:eu-west-1:123456789012:${name}:prx-0123`;
      return { id: `${name}-id`, state: { ...inputs, arn, endpoint: `${name}.example`, name: inputs.name ?? name } };
    },
    call({ token }) {
      return {
        "aws:index/getPartition:getPartition": { partition: "aws", dnsSuffix: "amazonaws.com" },
        "aws:index/getRegion:getRegion": { region: "eu-west-1", name: "eu-west-1" },
        "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
        "aws:secretsmanager/getRandomPassword:getRandomPassword": { randomPassword: "drawn" },
      }[token];
    },
  },
  "project",
  "stack",
  false,
);

const shown = require(program);
pulumi.all(Object.values(shown)).apply(async (values) => {
  await new Promise((done) => setTimeout(done, 500));
  const outputs = Object.fromEntries(Object.keys(shown).map((key, nth) => [key, values[nth]]));
  made.sort((a, b) => (a.type + a.name < b.type + b.name ? -1 : 1));
  console.log(JSON.stringify({ made, outputs }, null, 2));
});
