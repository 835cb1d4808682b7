const api = `${document.querySelector('base').getAttribute('app-root')}/api/engine/engine/default/task`;
const VARIABLES = ['dossierNumber', 'dossierTitle', 'unitName'];

let last = null;

export async function read(address) {
  const answer = await fetch(`${api}${address}`, {headers: {Accept: 'application/json'}});
  return answer.ok ? answer.json() : null;
}

async function ask(task) {
  const id = encodeURIComponent(task);
  const [found, variables] = await Promise.all([read(`/${id}`),
    read(`/${id}/form-variables?variableNames=${VARIABLES}`)]);
  return found && variables ? {key: found.taskDefinitionKey,
    ...Object.fromEntries(VARIABLES.map(name => [name, variables[name].value]))} : null;
}

/** What a task is and what it is about, asked once for all who want to know; null for one that is gone. */
export function about(task) {
  if (last?.task !== task) {
    last = {task, answer: ask(task)};
  }
  return last.answer;
}
