import type { Element, Reporter } from './rule.ts';

/** As modelers make them up. */
const MADE_UP = /^(Activity|Event|Gateway|Process)_[0-9a-z]{7}$/;

/** Ids become names in the source, in logs and in incidents. */
export const tellingIds = () => ({
  check({ id }: Element, reporter: Reporter) {
    if (id && MADE_UP.test(id)) {
      reporter.report(
        id,
        'has an id that says nothing; the source is named after it',
      );
    }
  },
});
