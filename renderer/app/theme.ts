import type { CSSVariablesResolver } from '@mantine/core';
import { createTheme } from '@mantine/core';

/** The tokens in Mantine's words (look.md, Tokens in Mantine). Sizes are the reader's own rem. */
export const theme = createTheme({
  fontFamily: 'var(--gt-font-ui)',
  headings: {
    fontFamily: 'var(--gt-font-ui)',
    fontWeight: '700',
    sizes: { h1: { fontSize: 'var(--gt-size-title)', lineHeight: 'var(--gt-line-title)' } },
  },
  fontSizes: {
    xs: 'var(--gt-size-mark)',
    sm: 'var(--gt-size-note)',
    md: 'var(--gt-size-ui)',
    lg: 'var(--gt-size-read)',
    xl: 'var(--gt-size-head)',
  },
  lineHeights: {
    xs: 'var(--gt-line-mark)',
    sm: 'var(--gt-line-note)',
    md: 'var(--gt-line-ui)',
    lg: 'var(--gt-line-read)',
    xl: 'var(--gt-line-head)',
  },
  spacing: {
    xs: 'var(--gt-s1)',
    sm: 'var(--gt-s2)',
    md: 'var(--gt-s3)',
    lg: 'var(--gt-s4)',
    xl: 'var(--gt-s6)',
  },
  radius: { xs: 'var(--gt-r-mark)', sm: 'var(--gt-r-control)', md: 'var(--gt-r-float)' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--gt-lift-shadow)',
    lg: 'var(--gt-lift-shadow)',
    xl: 'var(--gt-lift-shadow)',
  },
  focusRing: 'never',
  respectReducedMotion: true,
});

const colours = {
  '--mantine-primary-color-filled': 'var(--gt-accent)',
  '--mantine-primary-color-filled-hover': 'var(--gt-accent-hover)',
  '--mantine-primary-color-contrast': 'var(--gt-on-accent)',
  '--mantine-primary-color-light': 'var(--gt-accent-wash)',
  '--mantine-color-anchor': 'var(--gt-accent)',
  '--mantine-color-body': 'var(--gt-paper)',
  '--mantine-color-text': 'var(--gt-ink)',
  '--mantine-color-bright': 'var(--gt-ink)',
  '--mantine-color-dimmed': 'var(--gt-ink-2)',
  '--mantine-color-placeholder': 'var(--gt-ink-2)',
  '--mantine-color-default': 'var(--gt-paper)',
  '--mantine-color-default-color': 'var(--gt-ink)',
  '--mantine-color-default-border': 'var(--gt-edge)',
  '--mantine-color-default-hover': 'var(--gt-well)',
  '--mantine-color-error': 'var(--gt-must)',
  '--mantine-color-success': 'var(--gt-done)',
};

/** Mantine's colours are the tokens', which themselves follow the theme and the contrast setting. */
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: colours, dark: colours });
