package vn.phongtrao.commendation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

import vn.phongtrao.TestDatabase;
import vn.phongtrao.commendation.CertificateRegister.Entry;
import vn.phongtrao.commendation.CertificateRegister.Filter;
import vn.phongtrao.commendation.SampleAwards.Sample;
import vn.phongtrao.security.Officer;

/** Certificates by whether their awards were revoked and whether they had been handed over before. */
class CertificateRegisterTest {

    private static final String COMMUNE = "95/954/31813";
    private static final Officer CLERK = Officer.of("y", List.of(COMMUNE + "/committee-clerk"));

    private static CertificateRegister register;
    private static long standing;
    private static long handed;
    private static long revokedOnceHanded;

    @BeforeAll
    static void awards() {
        var jdbc = JdbcClient.create(TestDatabase.create());
        var samples = new SampleAwards(jdbc);
        var awards = IntStream.rangeClosed(1, 6).mapToObj(day -> samples.add(new Sample(LocalDate.of(2024, 6, day), COMMUNE,
                "commune-certificate", "collective", null, null, null, 702_000, "commune", COMMUNE))).toList();
        standing = awards.get(0);
        handed = awards.get(1);
        revokedOnceHanded = awards.get(2);
        var notHanded = awards.get(3);
        var undone = awards.get(4);
        var ofNoPrintOfIt = awards.get(5);
        jdbc.sql("update award set revoked_on = '2024-08-01', revoked_by = '9/QĐ-UBND' where id in (:revoked)")
                .param("revoked", List.of(revokedOnceHanded, notHanded, undone, ofNoPrintOfIt)).update();
        jdbc.sql("""
                insert into certificate_handover (award_id, print, handed_on, way, received_by, handed_by, recorded_by, recorded_at,
                                                  undone_at, undone_by, undo_reason)
                select id, case when id = :ofNoPrintOfIt then 2 else 1 end, '2024-07-01', 'office', 'Người nhận mẫu', 'Người trao mẫu', 'x', now(),
                       case when id = :undone then now() end, case when id = :undone then 'x' end, case when id = :undone then 'Nhầm' end
                from award where id in (:given)""").param("given", List.of(handed, revokedOnceHanded, undone, ofNoPrintOfIt))
                .param("undone", undone).param("ofNoPrintOfIt", ofNoPrintOfIt).update();
        register = new CertificateRegister(jdbc);
    }

    @Test
    void ofRevokedAwardsThoseThatHadBeenHandedOverStay() {
        assertThat(register.list(filter(null), CLERK, PageRequest.of(0, 20, Sort.by("decidedOn"))))
                .extracting(Entry::id).containsExactly(standing, handed, revokedOnceHanded);
    }

    /** Where a page is full, rows are counted apart from it, and where nothing is joined. */
    @ParameterizedTest
    @CsvSource({"decidedOn,", "id,", "name,", "serial,", "handedOn,", "decidedOn,true", "id,false"})
    void asManyAreToldAsAreListed(String order, Boolean handedOver) {
        var listed = register.list(filter(handedOver), CLERK, PageRequest.of(0, 20, Sort.by(order)));

        assertThat(register.list(filter(handedOver), CLERK, PageRequest.of(0, 1, Sort.by(order))).getTotalElements())
                .isEqualTo(listed.getContent().size()).isPositive();
    }

    private static Filter filter(Boolean handedOver) {
        return new Filter(null, null, null, handedOver, null, null, null);
    }
}
