package vn.phongtrao.model;

import java.time.LocalDate;

/** What the ministry decided on a dossier that was forwarded to it. */
record MinistryDecision(String number, LocalDate decidedOn) {
}
