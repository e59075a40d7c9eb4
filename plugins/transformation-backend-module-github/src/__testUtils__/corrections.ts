import type { Answer, TestGithub } from './github';

/** A request as the corrections see it. */
interface Request {
  method: string;
  url: string;
  accept: string;
  body?: string;
}

interface Pull {
  state: string;
  head: { ref: string; sha: string };
}

/**
 * Answers as GitHub does where `emulate` 0.12.2 does not: a branch has one
 * open pull request at most, whose head follows the branch, and a difference
 * is text.
 */
export async function corrected(
  { method, url, accept, body }: Request,
  call: TestGithub['call'],
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const match = /^(\/repos\/[^/]+\/[^/]+)\/pulls(\/\d+)?(?:\?.*)?$/.exec(url);
  if (!match) return ask();
  const [, repository, number] = match;
  if (method === 'POST') {
    const { head } = JSON.parse(body ?? '{}') as { head: string };
    const open = await call('GET', `${repository}/pulls`);
    if ((open.body as Pull[]).some(pull => pull.head.ref === head)) {
      const message = `Validation Failed: A pull request already exists for acme:${head}.`;
      return { status: 422, body: { message } };
    }
  }
  const answer = await ask();
  if (answer.status >= 300) return answer;
  if (number && /\bdiff\b/.test(accept)) {
    return { status: 200, body: 'diff --git a/x b/x\n+one\n' };
  }
  const pulls = [answer.body].flat() as Pull[];
  for (const pull of pulls.filter(({ state }) => state === 'open')) {
    const ref = await call(
      'GET',
      `${repository}/git/ref/heads/${pull.head.ref}`,
    );
    pull.head.sha = (ref.body as { object: { sha: string } }).object.sha;
  }
  return answer;
}
