package vn.phongtrao.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import vn.phongtrao.authority.Authorities;
import vn.phongtrao.commendation.SampleCitations;
import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.unit.Position;
import vn.phongtrao.unit.Post;
import vn.phongtrao.unit.UnitPath;

/** The same papers where there is no district: Cà Mau. */
@SpringJUnitConfig(PrintingTest.Slice.class)
@TestPropertySource(properties = {"phongtrao.province=ca-mau-2025", "today=2026-02-05",
        "phongtrao.papers.public-url=https://phongtrao.example.vn"})
class TwoTierPrintingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    @Autowired
    private ProcessPapers papers;
    @Autowired
    private SampleCitations citations;
    @MockitoBean
    private Dossiers dossiers;
    @MockitoBean
    private Submissions submissions;
    @Autowired
    private Authorities authorities;

    @Test
    void aCommuneNamedAfterAPersonKeepsItsWordAndTheNewLawApplies() throws Exception {
        assertThat(Pdf.text(decision("96/32014"))).contains("ỦY BAN NHÂN DÂN PHƯỜNG LÝ VĂN LÂM",
                "Phường Lý Văn Lâm, ngày 05 tháng 02 năm 2026", "Chủ tịch Ủy ban nhân dân Phường Lý Văn Lâm",
                "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", "Nghị định số 152/2025/NĐ-CP")
                .doesNotContain("98/2023");
    }

    @Test
    void anyOtherCommuneIsDatedByItsNameAlone() throws Exception {
        assertThat(Pdf.text(decision("96/31825"))).contains("ỦY BAN NHÂN DÂN PHƯỜNG BẠC LIÊU",
                "Bạc Liêu, ngày 05 tháng 02 năm 2026", "Chủ tịch Ủy ban nhân dân phường Bạc Liêu");
    }

    @Test
    void thePoliceOfACommuneStandUnderThoseOfTheProvince() {
        var police = authorities.of(new Post(UnitPath.of("96/31843"), Position.POLICE_OFFICER), DAY);

        assertThat(police.superior()).isEqualTo("Công an tỉnh Cà Mau");
        assertThat(police.superiorLines()).containsExactly("CÔNG AN TỈNH CÀ MAU");
        assertThat(police.bodyLines()).containsExactly("CÔNG AN XÃ HỒNG DÂN");
        assertThat(police.abbreviation()).isEqualTo("CAX");
    }

    @Test
    void anOfficeOfTheProvinceStandsUnderItsCommittee() {
        var office = authorities.of(new Post(UnitPath.of("96"), Position.COMMITTEE_CLERK), DAY);

        assertThat(office.superiorLines()).containsExactly("ỦY BAN NHÂN DÂN", "TỈNH CÀ MAU");
        assertThat(office.bodyLines()).containsExactly("SỞ NỘI VỤ");
        assertThat(authorities.of(new Post(UnitPath.of("96"), Position.COMMITTEE_CHAIR), DAY).superiorLines())
                .isEmpty();
    }

    private byte[] decision(String authority) {
        citations.cite(SampleCitations.certificate());
        return papers.decision(PrintingTest.dossier(DAY), new Decision(1, UnitPath.of(authority), Position.COMMITTEE_CHAIR,
                Decision.MATTER, "QĐ-UBND", 2026, 12, DAY, "Về việc tặng Giấy khen",
                DossierNumber.of("KT-32014-2026-00001"), UnitPath.of(authority), "chair", "0123456789abcdefghjkmnpqrs"))
                .pdf();
    }
}
