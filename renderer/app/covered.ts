import { createContext, use } from 'react';

export type Cover = {
  /** The door stands in front of the screens: their keys must do nothing. */
  readonly isCovered: boolean;
  /** Takes the screens away, so that nothing of them stays in the page behind the door. */
  readonly closeScreens: () => void;
};

export const CoverContext = createContext<Cover>({ isCovered: false, closeScreens: () => undefined });

export function useCover(): Cover {
  return use(CoverContext);
}
