package vn.phongtrao.model;

import org.springframework.stereotype.Component;

import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Proposers;

/** The decision that retires a model or a site. */
@Component
class ModelRetirementPapers extends ModelPapers {

    ModelRetirementPapers(ModelRetirements retirements, DecisionPress decisions, Proposers proposers) {
        super(retirements, decisions, proposers,
                "đề nghị thanh loại mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc", 1);
    }
}
