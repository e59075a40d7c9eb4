import { useContext, useEffect, useState } from 'react';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router-dom';

/**
 * Holds back every way out of the page while something is unsaved: closing the tab by the browser's own question,
 * links and navigation of the app by ours. (Backstage's router is no data router, hence no `useBlocker`.)
 *
 * @returns `leaving`, while somebody is on their way out, with what to do about it
 */
export function useLeaveGuard(active: boolean) {
  const { navigator } = useContext(NavigationContext);
  const [go, setGo] = useState<() => void>();

  useEffect(() => {
    if (!active) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      event.returnValue = '';
    };
    window.addEventListener('beforeunload', ask);

    const { push, replace } = navigator;
    const hold =
      (way: typeof push): typeof push =>
      (...args) =>
        setGo(() => () => way.apply(navigator, args));
    navigator.push = hold(push);
    navigator.replace = hold(replace);
    return () => {
      window.removeEventListener('beforeunload', ask);
      navigator.push = push;
      navigator.replace = replace;
    };
  }, [active, navigator]);

  return {
    leaving: go !== undefined,
    stay: () => setGo(undefined),
    leave: () => {
      setGo(undefined);
      go?.();
    },
  };
}
