import { Context } from '@temporalio/activity';
import { ApplicationFailure } from '@temporalio/common';
import type { Answer, Scenario } from './scenario';

/** A job that a worker has taken and that nobody has answered yet. */
interface Taken {
  readonly workflowId: string;
  readonly activityId: string;
  readonly attempt: number;
  readonly jobType: string;
  readonly input: string;
  answer?: Answer;
  /** When the answer is due. */
  due: number;
  released: boolean;
  finish(answer: Answer): void;
}

/**
 * Answers the jobs of one side. They are given one at a time and in one order, whatever the order in which they came,
 * so that both sides get the same history each time.
 */
export class Answers {
  private readonly scenario: Scenario;
  private readonly taken = new Set<Taken>();
  private readonly given = new Map<string, number>();
  private readonly order: readonly string[];

  constructor(scenario: Scenario) {
    this.scenario = scenario;
    this.order = Object.keys(scenario.jobs ?? {});
  }

  /** The activity of a job type. */
  activity(jobType: string): (...args: unknown[]) => Promise<unknown> {
    return async (...args) => {
      const { info, cancelled } = Context.current();
      const input = JSON.stringify(args);
      // a local one holds the workflow task: nothing comes to rest before it has its answer
      if (info.inWorkflow && info.isLocal) return end(this.next(jobType));
      const { activityId, attempt } = info;
      const workflowId = info.workflowExecution?.workflowId ?? '';
      const answer = await Promise.race([
        new Promise<Answer>(finish => {
          this.taken.add({
            ...{ workflowId, activityId, attempt, jobType, input, finish },
            due: 0,
            released: false,
          });
        }),
        cancelled,
      ]);
      return end(answer);
    };
  }

  /** Whether the job is with us and waits for its answer. */
  holds(workflowId: string, activityId: string, attempt: number): boolean {
    return [...this.taken].some(
      one =>
        !one.released &&
        one.workflowId === workflowId &&
        one.activityId === activityId &&
        one.attempt === attempt,
    );
  }

  /** To be called when nothing moves: gives the next answer; false if there is none to be given, now or later. */
  release(): boolean {
    const open = [...this.taken].filter(({ released }) => !released);
    open.sort((a, b) => this.rank(a) - this.rank(b) || compare(a, b));
    for (const job of open)
      if (!job.answer) {
        job.answer = this.next(job.jobType);
        job.due = Date.now() + (job.answer.after ?? 0);
      }
    const ending = open.filter(({ answer }) => answer && !('hang' in answer));
    const due = ending.find(job => job.due <= Date.now());
    if (due?.answer) {
      due.released = true;
      due.finish(due.answer);
    }
    return ending.length > 0;
  }

  private next(jobType: string): Answer {
    const answers = this.scenario.jobs?.[jobType];
    if (!answers) return { result: {} };
    const nth = this.given.get(jobType) ?? 0;
    this.given.set(jobType, nth + 1);
    return answers[Math.min(nth, answers.length - 1)];
  }

  private rank({ jobType }: Taken): number {
    const at = this.order.indexOf(jobType);
    return at < 0 ? this.order.length : at;
  }
}

function compare(a: Taken, b: Taken): number {
  if (a.jobType !== b.jobType) return a.jobType < b.jobType ? -1 : 1;
  if (a.input === b.input) return 0;
  return a.input < b.input ? -1 : 1;
}

function end(answer: Answer): unknown {
  if ('result' in answer) return answer.result;
  if ('error' in answer)
    throw ApplicationFailure.nonRetryable(
      answer.message ?? answer.error,
      answer.error,
      answer.variables ?? {},
    );
  if ('failure' in answer)
    throw answer.nonRetryable
      ? ApplicationFailure.nonRetryable(answer.failure)
      : ApplicationFailure.retryable(answer.failure);
  return undefined;
}
