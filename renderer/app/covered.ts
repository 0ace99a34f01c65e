import { createContext, use } from 'react';

export type Cover = {
  /** The door stands in front of the screens: their keys must do nothing. */
  readonly isCovered: boolean;
  /** Takes the screens away, so that nothing of them stays in the page behind the door. */
  readonly closeScreens: () => void;
  /** The core was started again under these screens: they have kept what was typed, and sent it again. */
  readonly isResumed: boolean;
};

export const CoverContext = createContext<Cover>({
  isCovered: false,
  closeScreens: () => undefined,
  isResumed: false,
});

export function useCover(): Cover {
  return use(CoverContext);
}
