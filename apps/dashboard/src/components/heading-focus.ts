let isExpected = false;

/** After a navigation inside the application, the new page's title takes the focus, as a page load would do. */
export function expectFocus(): void {
  isExpected = true;
}

export function focusIfExpected(element: HTMLElement | null): void {
  if (!isExpected) return;
  isExpected = false;
  element?.focus({ preventScroll: true });
}
