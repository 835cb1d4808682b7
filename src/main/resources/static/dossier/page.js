import {activate} from './dossier.js';

activate(document.querySelector('main'));
