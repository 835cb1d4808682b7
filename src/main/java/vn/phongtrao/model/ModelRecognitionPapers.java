package vn.phongtrao.model;

import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import vn.phongtrao.decision.Decision;
import vn.phongtrao.dossier.Dossier;
import vn.phongtrao.press.BlankForm;
import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Proposers;
import vn.phongtrao.press.RecognitionPress;
import vn.phongtrao.press.Sheet;
import vn.phongtrao.text.Wording;

/** The decision that recognises a model, and its certificate. */
@Component
class ModelRecognitionPapers extends ModelPapers {

    private final RecognitionPress certificates;
    private final ModelRecognitions recognitions;

    ModelRecognitionPapers(ModelRecognitions recognitions, DecisionPress decisions, RecognitionPress certificates,
                           Proposers proposers) {
        super(recognitions, decisions, proposers,
                "đề nghị công nhận mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc", 2);
        this.recognitions = recognitions;
        this.certificates = certificates;
    }

    @Override
    public Stream<Sheet> certificates(Dossier dossier, Decision decision, BlankForm blank) {
        return certificates.certificates(dossier, decision,
                "Mô hình, điển hình tiên tiến %s trong phong trào Toàn dân bảo vệ an ninh Tổ quốc".formatted(
                        recognitions.show(dossier).levelName().toLowerCase(Wording.VIETNAMESE)), blank);
    }
}
