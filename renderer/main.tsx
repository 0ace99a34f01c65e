import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { setNonce } from 'get-nonce';
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
// What the provider needs; the sheets of its controls, twelve times as much, style nothing here.
import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/icons.css';
import './styles/marks.css';
import './styles/frame.css';
import './styles/panes.css';
import './styles/controls.css';
import { App } from './app/App.tsx';
import { cspNonce } from './bridge.ts';

// Before anything adds a style: the page allows none without this load's nonce.
setNonce(cspNonce());

const root = document.querySelector('#root');
if (!root) throw new Error('The page has a root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
