package vn.phongtrao.paper;

import org.springframework.stereotype.Component;

import vn.phongtrao.model.ModelReplications;

/** The decision by which a commune takes a model over. */
@Component
class ModelReplicationPapers extends ModelPapers {

    ModelReplicationPapers(ModelReplications replications, DecisionPress decisions, Proposers proposers) {
        super(replications, decisions, proposers,
                "đề nghị nhân rộng mô hình trong phong trào Toàn dân bảo vệ an ninh Tổ quốc", 1);
    }
}
