import {activate, ready} from './dossier.js';

activate(document.querySelector('main'));
// after the scripts of all parts of the page
document.addEventListener('DOMContentLoaded', () => ready(document));
