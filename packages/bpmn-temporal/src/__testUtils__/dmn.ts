/** A DMN 1.3 file for tests, with decisions made by `decisionTable` and `expressionDecision`. */
export function dmn(...decisions: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions" name="d" namespace="t">
${decisions.join('\n')}
</definitions>`;
}

/**
 * A decision table in short: the first line has the inputs and, behind `=>`, the outputs; each further line is a rule.
 *
 *     season | guestCount => dish
 *     "Winter" | <= 8     => "Roastbeef"
 */
export function decisionTable(
  id: string,
  name: string,
  hitPolicy: string,
  text: string,
  requires: readonly string[] = [],
): string {
  const [head = [[], []], ...rules] = text
    .trim()
    .split('\n')
    .map(line => line.split('=>').map(cells));
  const [policy, aggregation] = hitPolicy.split(' of ');
  const [inputs = [], outputs = []] = head;
  return `<decision id="${id}" name="${name}"><variable name="${id}" />${required(
    requires,
  )}<decisionTable hitPolicy="${policy}"${
    aggregation ? ` aggregation="${aggregation}"` : ''
  }>${inputs
    .map(
      (input, at) =>
        `<input id="${id}_i${at}"><inputExpression><text>${escaped(
          input,
        )}</text></inputExpression></input>`,
    )
    .join('')}${outputs.map(outputOf).join('')}${rules
    .map(
      ([tests = [], answers = []]) =>
        `<rule>${entries('inputEntry', tests)}${entries(
          'outputEntry',
          answers,
        )}</rule>`,
    )
    .join('')}</decisionTable></decision>`;
}

export function expressionDecision(
  id: string,
  text: string,
  requires: readonly string[] = [],
): string {
  return `<decision id="${id}" name="${id}"><variable name="${id}" />${required(
    requires,
  )}<literalExpression><text>${escaped(
    text,
  )}</text></literalExpression></decision>`;
}

/** `name`, or `name in "high", "low"`, the most important first. */
function outputOf(text: string): string {
  const [name = '', values] = text.split(' in ');
  return `<output name="${name}">${
    values === undefined
      ? ''
      : `<outputValues><text>${escaped(values)}</text></outputValues>`
  }</output>`;
}

function entries(element: string, texts: readonly string[]): string {
  return texts
    .map(text => `<${element}><text>${escaped(text)}</text></${element}>`)
    .join('');
}

function required(ids: readonly string[]): string {
  return ids
    .map(
      id =>
        `<informationRequirement><requiredDecision href="#${id}" /></informationRequirement>`,
    )
    .join('');
}

function cells(text: string): string[] {
  return text.split('|').map(cell => cell.trim());
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
