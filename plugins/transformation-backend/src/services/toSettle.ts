/** What a pull request says of files that a template and somebody else have changed in the same place. */
export const toSettle = (conflicts: string[]): string =>
  [
    'In these files the template and somebody else have changed the same place. Both are marked; take one, or join them, before you merge:',
    conflicts.map(path => `- \`${path.replace(/`/g, "'")}\``).join('\n'),
  ].join('\n\n');
