/**
 * Marks by which an instance is found from outside: values of the search attribute `BpmnOpen`. A mark of a message or
 * signal is a hash, so that it is short and tells nothing; a collision costs one refused delivery.
 */
export const openAttribute = 'BpmnOpen';

/** Stands for all marks of an instance that has too many of them for an attribute. */
export const manyMark = 'many';
export const taskMark = 'task';
export const incidentMark = 'incident';

export function messageMark(name: string, correlationKey: string): string {
  return `m:${hash(`${name}\n${correlationKey}`)}`;
}

export function signalMark(name: string): string {
  return `s:${hash(name)}`;
}

/** Of a deployment: it has a process that starts with the message or signal. */
export function startMark(kind: 'message' | 'signal', name: string): string {
  return `start-${kind}:${hash(name)}`;
}

/** Of a deployment: it has a process that starts when a condition holds. */
export const conditionMark = 'start-condition';

/** Of a deployment: it has the process, of the version where there is a tag. */
export function processMark(processId: string, versionTag = ''): string {
  return `process:${hash(`${processId}\n${versionTag}`)}`;
}

/** 53 bits (cyrb53); the same in workflows, activities and clients. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a =
    Math.imul(a ^ (a >>> 16), 2246822507) ^
    Math.imul(b ^ (b >>> 13), 3266489909);
  b =
    Math.imul(b ^ (b >>> 16), 2246822507) ^
    Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}
