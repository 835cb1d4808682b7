package vn.phongtrao.reorganisation;

import java.util.List;
import java.util.Map;

import static java.util.Map.entry;

/**
 * What of another province's database is taken over. A table that is not named here is taken whole: one that comes later is not
 * forgotten.
 */
final class JoinedTables {

    private static final String OF_THE_COUNTRY = "the same in all provinces, or of the files that both were started with";
    private static final String OF_THE_MOMENT = "of what people were just doing, and gone the next day";
    private static final String OF_THE_ENGINE = "made anew by each engine, or not used by any model";
    private static final String OF_EACH_CHAIN = "the audit trail is a chain of its own; the other database is kept for it";
    private static final String KEPT_EMPTY = "the engine's history level keeps it empty; a dossier's steps are its record";

    /** A row of it is made for each dossier that is taken, by a trigger: those of the other database take their place. */
    static final String MADE_WITH_DOSSIERS = "dossier_last_day";

    /** What is not taken, and why. */
    static final Map<String, String> LEFT_OUT = Map.ofEntries(
            entry("unit", OF_THE_COUNTRY), entry("unit_successor", OF_THE_COUNTRY), entry("province", OF_THE_COUNTRY),
            entry("place_name", OF_THE_COUNTRY), entry("agency_code", OF_THE_COUNTRY), entry("wage_region", OF_THE_COUNTRY),
            entry("authority_style", OF_THE_COUNTRY), entry("legal_basis", OF_THE_COUNTRY), entry("legal_document", OF_THE_COUNTRY),
            entry("legal_change", OF_THE_COUNTRY), entry("calendar_day", OF_THE_COUNTRY), entry("calendar_year", OF_THE_COUNTRY),
            entry("calendar_change", OF_THE_COUNTRY), entry("edition", OF_THE_COUNTRY), entry("edition_file", OF_THE_COUNTRY),
            entry("business_clock", OF_THE_MOMENT), entry("draft", OF_THE_MOMENT), entry("verification_attempt", OF_THE_MOMENT), entry("spring_session", OF_THE_MOMENT),
            entry("spring_session_attributes", OF_THE_MOMENT), entry("outgoing_message", OF_THE_MOMENT),
            entry("notice_digest", OF_THE_MOMENT), entry("notice_choice", OF_THE_MOMENT),
            entry("flyway_schema_history", "of each database"), entry("reorganisation", "of each database"),
            entry("joined_database", "of each database"), entry("audit_event", OF_EACH_CHAIN), entry("audit_seal", OF_EACH_CHAIN),
            entry("audit_retention", OF_EACH_CHAIN), entry("export", OF_EACH_CHAIN), entry("citizen_key", "of each database"),
            entry("citizen_node", OF_THE_MOMENT), entry("joined_rows", "of each database"),
            entry("engine_zone", "of each database"),
            entry("award_month", "sums, which follow the awards"),
            entry("webhook_subscription", "a system of the other province is entered anew, with a secret of its own"),
            entry("act_ge_property", OF_THE_ENGINE), entry("act_ge_schema_log", OF_THE_ENGINE), entry("act_id_group", OF_THE_ENGINE),
            entry("act_id_info", OF_THE_ENGINE), entry("act_id_membership", OF_THE_ENGINE), entry("act_id_tenant", OF_THE_ENGINE),
            entry("act_id_tenant_member", OF_THE_ENGINE), entry("act_id_user", OF_THE_ENGINE), entry("act_re_camformdef", OF_THE_ENGINE),
            entry("act_re_case_def", OF_THE_ENGINE), entry("act_re_decision_def", OF_THE_ENGINE),
            entry("act_re_decision_req_def", OF_THE_ENGINE), entry("act_re_deployment", OF_THE_ENGINE),
            entry("act_re_procdef", OF_THE_ENGINE), entry("act_ru_authorization", OF_THE_ENGINE), entry("act_ru_batch", OF_THE_ENGINE),
            entry("act_ru_case_execution", OF_THE_ENGINE), entry("act_ru_case_sentry_part", OF_THE_ENGINE),
            entry("act_ru_filter", OF_THE_ENGINE), entry("act_ru_jobdef", OF_THE_ENGINE), entry("act_ru_meter_log", OF_THE_ENGINE),
            entry("act_ru_task_meter_log", OF_THE_ENGINE), entry("act_hi_attachment", KEPT_EMPTY), entry("act_hi_batch", KEPT_EMPTY),
            entry("act_hi_caseactinst", KEPT_EMPTY), entry("act_hi_caseinst", KEPT_EMPTY), entry("act_hi_comment", KEPT_EMPTY),
            entry("act_hi_dec_in", KEPT_EMPTY), entry("act_hi_dec_out", KEPT_EMPTY), entry("act_hi_decinst", KEPT_EMPTY),
            entry("act_hi_detail", KEPT_EMPTY), entry("act_hi_ext_task_log", KEPT_EMPTY), entry("act_hi_identitylink", KEPT_EMPTY),
            entry("act_hi_job_log", KEPT_EMPTY), entry("act_hi_op_log", KEPT_EMPTY), entry("act_hi_varinst", KEPT_EMPTY));

    /** Of some tables, the rows that are a dossier's. */
    static final Map<String, String> ROWS = Map.of("notice", "law is null", "act_ge_bytearray", "deployment_id_ is null",
            "act_ru_job", "process_instance_id_ is not null", "act_ru_event_subscr", "execution_id_ is not null",
            "act_ru_identitylink", "task_id_ is not null");

    /** What both may have: rows alike in these columns are one, and what points to the other's points to ours then. */
    static final Map<String, List<String>> ALIKE = Map.of("campaign", List.of("unit_path", "document", "withdrawn_at"),
            "report_period", List.of("from_day", "to_day", "withdrawn_at"), "hamlet", List.of("path"),
            "team_quota", List.of("unit_path", "hamlet_path", "valid_from", "decision"),
            "area_class", List.of("unit_path", "kind", "valid_from"));

    /** Series of numbers that must not have been counted on in two places, and by which columns they are one. */
    static final Map<String, String> SERIES = Map.of("decision_series", "authority, symbol, year",
            "dossier_series", "prefix, unit_code, year");

    private JoinedTables() {
    }

    /** @return whether rows of that table are taken over */
    static boolean taken(String table) {
        return !LEFT_OUT.containsKey(table);
    }
}
