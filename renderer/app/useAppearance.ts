import { useMantineColorScheme } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect } from 'react';
import { defaultAppearance } from '../../shared/domain/settings.ts';
import { useRead } from './queries.ts';
import { scaleFolds } from './scaleFolds.ts';

/** Lays the officer's look over the page: scheme, contrast, size of text, density. Each follows the system if so set. */
export function useAppearance(): void {
  const settings = useRead('settings:get', {});
  const { scheme, contrast, textPercent, density } = settings.data?.settings.appearance ?? defaultAppearance;
  const { setColorScheme } = useMantineColorScheme();
  const isMoreAsked = useMediaQuery('(prefers-contrast: more)');
  useEffect(() => scaleFolds(textPercent), [textPercent]);
  useEffect(() => setColorScheme(scheme === 'system' ? 'auto' : scheme), [scheme, setColorScheme]);
  useEffect(() => {
    const root = document.documentElement;
    root.toggleAttribute('data-contrast', false);
    if (contrast === 'more' || isMoreAsked) root.dataset['contrast'] = 'more';
    root.dataset['density'] = density;
    root.style.fontSize = textPercent === 100 ? '' : `${textPercent}%`;
  }, [contrast, density, isMoreAsked, textPercent]);
}
