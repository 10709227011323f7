import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { expectFocus } from './components/heading-focus';
import { changeLanguage } from './text/language';
import type { Texts } from './text/texts';

/** The entry of the main navigation that a page belongs to. */
export type Section = keyof Pick<
  Texts['frame'],
  'home' | 'territories' | 'projects' | 'indicators' | 'imports' | 'jobs' | 'method' | 'siteMap'
>;

declare module 'vue-router' {
  interface RouteMeta {
    section?: Section;
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/HomePage.vue'), meta: { section: 'home' } },
  { path: '/territoires', component: () => import('./pages/TerritoriesPage.vue'), meta: { section: 'territories' } },
  {
    path: '/territoires/:level/:code',
    component: () => import('./pages/TerritoryPage.vue'),
    meta: { section: 'territories' },
  },
  { path: '/projets', component: () => import('./pages/ProjectsPage.vue'), meta: { section: 'projects' } },
  { path: '/projets/nouveau', component: () => import('./pages/ProjectFormPage.vue'), meta: { section: 'projects' } },
  { path: '/projets/:code', component: () => import('./pages/ProjectPage.vue'), meta: { section: 'projects' } },
  {
    path: '/projets/:code/modifier',
    component: () => import('./pages/ProjectFormPage.vue'),
    meta: { section: 'projects' },
  },
  { path: '/indicateurs', component: () => import('./pages/IndicatorsPage.vue'), meta: { section: 'indicators' } },
  { path: '/indicateurs/:code', component: () => import('./pages/IndicatorPage.vue'), meta: { section: 'indicators' } },
  { path: '/imports', component: () => import('./pages/ImportsPage.vue'), meta: { section: 'imports' } },
  { path: '/imports/nouveau', component: () => import('./pages/ImportNewPage.vue'), meta: { section: 'imports' } },
  { path: '/imports/:id(\\d+)', component: () => import('./pages/ImportPage.vue'), meta: { section: 'imports' } },
  { path: '/taches', component: () => import('./pages/JobsPage.vue'), meta: { section: 'jobs' } },
  { path: '/methode', component: () => import('./pages/MethodPage.vue'), meta: { section: 'method' } },
  { path: '/plan-du-site', component: () => import('./pages/SiteMapPage.vue') },
  { path: '/accessibilite', component: () => import('./pages/AccessibilityPage.vue') },
  { path: '/mentions-legales', component: () => import('./pages/LegalPage.vue') },
  { path: '/donnees-personnelles', component: () => import('./pages/PrivacyPage.vue') },
  { path: '/:rest(.*)*', component: () => import('./pages/NotFoundPage.vue') },
];

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => {
    if (saved) return saved;
    if (to.path === from.path) return false;
    return { top: 0 };
  },
});

router.beforeEach(async (to) => {
  await changeLanguage(to.query['lang'] === 'en' ? 'en' : 'fr');
});

router.afterEach((to, from) => {
  if (from.matched.length > 0 && to.path !== from.path) expectFocus();
});
