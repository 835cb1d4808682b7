package vn.phongtrao.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.phongtrao.unit.Position.COMMITTEE_CHAIR;
import static vn.phongtrao.unit.Position.COMMITTEE_CLERK;
import static vn.phongtrao.unit.Position.COUNCIL_MEMBER;
import static vn.phongtrao.unit.Position.POLICE_CHIEF;
import static vn.phongtrao.unit.Position.POLICE_OFFICER;
import static vn.phongtrao.workflow.Journey.collective;
import static vn.phongtrao.workflow.Journey.household;
import static vn.phongtrao.workflow.Journey.individual;
import static vn.phongtrao.workflow.Journey.officer;
import static vn.phongtrao.workflow.Journey.proposal;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;
import org.springframework.test.context.TestPropertySource;

import vn.phongtrao.commendation.AwardRegister;
import vn.phongtrao.refusal.Refusal;
import vn.phongtrao.security.Officer;

/** The same models and rows where there is no district: Cà Mau from 1 July 2025. */
@ScenarioTest
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "phongtrao.business-date=2025-07-01"})
class TwoTiersIT {

    private static final String COMMUNE = "96/31825";
    private static final String PROVINCE = "96";
    private static final Officer DRAFTER = officer(POLICE_OFFICER, COMMUNE);

    @Autowired
    Journey journey;

    @Autowired
    AwardRegister awards;

    @Test
    void provinceMeritSkipsTheDistrict() {
        var number = journey.propose(DRAFTER, proposal("province-merit", "regular", List.of(
                individual("Nguyễn Văn Mẫu"), household("Hộ ông Trần Văn Mẫu"), collective("Tổ mẫu khóm 1"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "sign", officer(COMMITTEE_CHAIR, COMMUNE));
        journey.approve(number, "appraise", officer(POLICE_OFFICER, PROVINCE));
        journey.approve(number, "sign", officer(POLICE_CHIEF, PROVINCE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, PROVINCE));
        for (int member = 1; member <= 3; member++) {
            journey.complete(number, "council-vote", officer(COUNCIL_MEMBER, PROVINCE, member),
                    Map.of("approvedNominees", journey.nomineeIds(number)));
        }
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, PROVINCE));

        assertThat(bonuses(number)).containsExactly(3_510_000L, 5_270_000L, 7_020_000L);
    }

    @Test
    void communeCertificateCarriesTheBonusOfTheNewDecree() {
        var number = journey.propose(DRAFTER, proposal("commune-certificate", "ad-hoc", List.of(
                individual("Nguyễn Văn Mẫu"), household("Hộ bà Lê Thị Mẫu"), collective("Tổ mẫu khóm 2"))));
        journey.complete(number, "complete-dossier", DRAFTER, Map.of());
        journey.approve(number, "sign", officer(POLICE_CHIEF, COMMUNE));
        journey.approve(number, "appraise", officer(COMMITTEE_CLERK, COMMUNE));
        journey.approve(number, "decide", officer(COMMITTEE_CHAIR, COMMUNE));

        assertThat(bonuses(number)).containsExactly(710_000L, 1_060_000L, 1_410_000L);
    }

    @Test
    void districtCertificateIsNoLongerAwarded() {
        assertThatThrownBy(() -> journey.propose(DRAFTER, proposal("district-certificate", "regular",
                List.of(individual("Nguyễn Văn Mẫu"))))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.RULE_BROKEN);
            assertThat(refusal.field()).hasValue("awardForm");
        });
    }

    private List<Long> bonuses(String number) {
        return awards.list(new AwardRegister.Filter(null, null, null, number, null, null, null, null, null, null, null),
                        new Officer("admin", Set.of(), true), Pageable.ofSize(50)).getContent().stream()
                .map(AwardRegister.Entry::bonus).toList();
    }
}
