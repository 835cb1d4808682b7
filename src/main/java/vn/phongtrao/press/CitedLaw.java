package vn.phongtrao.press;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.authority.LegalBases;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.dossier.Dossiers;
import vn.phongtrao.dossier.Finding;
import vn.phongtrao.law.Citation;
import vn.phongtrao.law.LegalDocument;
import vn.phongtrao.text.Wording;

/**
 * What officers are told of the documents that a decision of today would cite: one that has ended and of which nobody has
 * settled what comes instead, and one that was amended since the dossier was received. Neither holds the dossier back: the
 * law's own gaps are for people to judge.
 */
@Component
class CitedLaw {

    private final Dossiers dossiers;
    private final LegalBases bases;

    CitedLaw(Dossiers dossiers, LegalBases bases) {
        this.dossiers = dossiers;
        this.bases = bases;
    }

    List<Finding> of(Dossier dossier) {
        var jurisdiction = dossier.jurisdiction();
        return jurisdiction.forwards() ? List.of() : bases.citations(jurisdiction.decider().position(), dossier.process(),
                dossier.form(), dossiers.days(dossier)).stream().flatMap(CitedLaw::findings).toList();
    }

    private static Stream<Finding> findings(Citation cited) {
        return Stream.concat(Stream.of(cited).filter(citation -> !citation.settled()).map(CitedLaw::ended),
                cited.earlier().stream().map(amending -> amended(cited.document(), amending)));
    }

    private static Finding ended(Citation cited) {
        return new Finding(null, false, ("%s đã hết hiệu lực từ ngày %s, quản trị viên chưa ghi văn bản kéo dài hoặc thay "
                + "thế; quyết định sẽ ghi rõ điều này trong căn cứ").formatted(cited.document().citedAs(),
                Wording.day(cited.endedFrom())), false, cited.document().citedAs());
    }

    private static Finding amended(LegalDocument document, LegalDocument amending) {
        return new Finding(null, true, ("Hồ sơ tiếp nhận trước ngày %s có hiệu lực nên theo %s chưa sửa đổi, trừ khi quy "
                + "định mới có lợi hơn").formatted(amending.named(), document.citedAs()), false, amending.citedAs());
    }
}
