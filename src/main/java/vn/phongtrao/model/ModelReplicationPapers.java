package vn.phongtrao.model;

import org.springframework.stereotype.Component;

import vn.phongtrao.press.DecisionPress;
import vn.phongtrao.press.Proposers;

/** The decision by which a commune takes a model over. */
@Component
class ModelReplicationPapers extends ModelPapers {

    ModelReplicationPapers(ModelReplications replications, DecisionPress decisions, Proposers proposers) {
        super(replications, decisions, proposers,
                "đề nghị nhân rộng mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc", 1);
    }
}
