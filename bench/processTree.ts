import { execFileSync } from 'node:child_process';

interface ProcessInfo {
  pid: number;
  parent: number;
  mebibytes: number;
  command: string;
}

/** A process and all below it, with their resident memory. */
export function processTree(root: number): ProcessInfo[] {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  })
    .split('\n')
    .flatMap(line => {
      const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line);
      return match
        ? [
            {
              pid: Number(match[1]),
              parent: Number(match[2]),
              mebibytes: Number(match[3]) / 1024,
              command: match[4],
            },
          ]
        : [];
    });
  const found = all.filter(({ pid }) => pid === root);
  for (const { pid } of found)
    found.push(...all.filter(({ parent }) => parent === pid));
  return found;
}
