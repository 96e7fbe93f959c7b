// One connection, one invocation at a time, also where a runtime starts several in one process.
let before{{ ": Promise<unknown>" if typescript else "" }} = Promise.resolve();

function alone{{ "<T>(work: () => Promise<T>): Promise<T>" if typescript else "(work)" }} {
  const mine = before.then(work);
  before = mine.catch(() => {});
  return mine;
}
