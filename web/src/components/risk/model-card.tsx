import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { Moment } from "@/components/ui/moment";
import type { ChampionModel } from "@/lib/api/schema";
import { formatProbability } from "@/lib/format";

export function ModelCard({ model }: { model: ChampionModel | null | undefined }) {
  return (
    <Card>
      <CardHeader
        title="Champion model"
        description={model ? model.algorithm : "None yet: scoring waits for the first"}
      />
      {model && (
        <dl className="grid grid-cols-2 gap-x-4 gap-y-2.5 px-4 pb-4">
          <Fact name="Version">
            <span className="font-mono break-all">{model.model_version}</span>
          </Fact>
          <Fact name="ROC AUC">{formatProbability(model.roc_auc)}</Fact>
          <Fact name="Trained">
            <Moment iso={model.trained_at} />
          </Fact>
          <Fact name="In force since">
            <Moment iso={model.effective_at} />
          </Fact>
          {model.mlflow_run_url && model.mlflow_experiment_url && (
            <Fact name="In MLflow">
              <PageLink href={model.mlflow_run_url}>Run</PageLink> ·{" "}
              <PageLink href={model.mlflow_experiment_url}>Experiment</PageLink>
            </Fact>
          )}
        </dl>
      )}
    </Card>
  );
}

/** Leads to pages that are not ours: they get a tab of their own, and no word of where one came from. */
function PageLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className="underline underline-offset-2">
      {children}
    </a>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-muted-foreground">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
