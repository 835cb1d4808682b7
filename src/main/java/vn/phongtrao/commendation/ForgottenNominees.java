package vn.phongtrao.commendation;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import vn.phongtrao.retention.Forgetful;

/**
 * Persons and households who were proposed and not awarded: that somebody was, and with what result, stays. Whoever was awarded stays whole, so
 * that nobody is awarded twice. Papers that were printed are archives and stay, too.
 */
@Component
class ForgottenNominees implements Forgetful {

    /** In the place of the name. */
    static final String NOBODY = "Đã xóa theo thời hạn lưu";

    private static final String FORGET = """
            update nominee set name = :nobody, gender = null, birth_year = null, citizen_cipher = null, citizen_digest = null, citizen_mask = null,
                   document = null, nationality = null, hamlet = null, occupation = null, direct_worker = null, farmer = null,
                   simple_dossier = null, summary = null, posthumous = null, receiver = null, service_ground = null, service_earlier_months = null,
                   service_earlier_special_months = null, service_post_months = null, result_reason = null, subject = 'forgotten:' || nominee.id
            from dossier
            where number = dossier_number and closed_at < :before and kind <> 'collective' and result <> 'awarded' and name <> :nobody
              and not exists (select from award where nominee_id = nominee.id)
            returning dossier_number""";
    /** Lists call a dossier by the first of its nominees, and find it by all of them. */
    private static final String RENAME = """
            update dossier set
                words = (select concat_ws(chr(10), achievement, string_agg(name, chr(10) order by id)) from nominee
                         where dossier_number = number and name <> :nobody),
                title = case when exists (select from nominee where dossier_number = number and result = 'awarded') then title
                             else :nobody || ': ' || achievement end
            from commendation where dossier_number = number and number in (:numbers)""";

    private final JdbcClient jdbc;

    ForgottenNominees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String what() {
        return "nominee";
    }

    @Override
    public List<String> forget(Instant endedBefore) {
        var dossiers = jdbc.sql(FORGET).param("nobody", NOBODY).param("before", Timestamp.from(endedBefore)).query(String.class).list();
        if (!dossiers.isEmpty()) {
            jdbc.sql(RENAME).param("nobody", NOBODY).param("numbers", dossiers).update();
        }
        return dossiers;
    }
}
