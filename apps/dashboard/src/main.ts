import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router';
import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/pieces.css';
import './styles/lists.css';
import './styles/jobs.css';
import './styles/figure.css';
import './styles/home.css';
import './styles/tables.css';
import './styles/imports.css';
import './styles/panel.css';
import './styles/print.css';

createApp(App).use(router).mount('#app');
