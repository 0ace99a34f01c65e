import { RouterProvider } from '@tanstack/react-router';
import { router } from './router.tsx';

/** Every screen behind the door, each at its address. */
export function Screens() {
  return <RouterProvider router={router} />;
}
