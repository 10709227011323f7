import { useRoute } from 'vue-router';

/** What the address asks for; undefined when it does not say. */
export function useAsked(): (name: string) => string | undefined {
  const route = useRoute();
  return (name) => {
    const value = route.query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
}
