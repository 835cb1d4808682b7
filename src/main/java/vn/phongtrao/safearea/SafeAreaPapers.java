package vn.phongtrao.safearea;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.BlankForm;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Print;
import vn.phongtrao.press.ProcessPapers;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.press.RecognitionPress;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.procedure.Fills;
import vn.phongtrao.text.Wording;

/** The decision that a hamlet or commune is safe, and its certificate. */
@Component
class SafeAreaPapers implements ProcessPapers {

    private final DecisionPress decisions;
    private final RecognitionPress recognitions;
    private final SafeAreas safeAreas;
    private final Proposers proposers;

    @Fills(value = "safe-area-recognition/submission", frame = "submission")
    @Fills(value = "safe-area-recognition/decision", frame = "decision")
    private record Filled(AreaView content, String area, String periodFrom, String periodTo) {
    }

    SafeAreaPapers(DecisionPress decisions, RecognitionPress recognitions, SafeAreas safeAreas,
                   Proposers proposers) {
        this.decisions = decisions;
        this.recognitions = recognitions;
        this.safeAreas = safeAreas;
        this.proposers = proposers;
    }

    @Override
    public String process() {
        return "safe-area-recognition";
    }

    @Override
    public String request(Dossier dossier) {
        return "đề nghị công nhận %s đạt tiêu chuẩn \"An toàn về an ninh, trật tự\" năm %s"
                .formatted(safeAreas.nameOf(dossier), safeAreas.show(dossier).year());
    }

    @Override
    public Record matter(Dossier dossier) {
        var content = safeAreas.show(dossier);
        return new Filled(content, safeAreas.nameOf(dossier), Wording.shortDate(content.periodFrom()),
                Wording.shortDate(content.periodTo()));
    }

    @Override
    public Print decision(Dossier dossier, Decision decision) {
        return decisions.print(dossier, decision, new DecisionPress.Matter("safe-area-recognition/decision", 2,
                "đơn vị có tên tại Điều 1", proposers.of(dossier, decision), matter(dossier)));
    }

    @Override
    public Stream<Sheet> certificates(Dossier dossier, Decision decision, BlankForm blank) {
        return recognitions.certificates(dossier, decision, "Đạt tiêu chuẩn \"An toàn về an ninh, trật tự\" năm "
                + safeAreas.show(dossier).year(), blank);
    }
}
