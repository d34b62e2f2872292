import type {
  BandShare,
  CustomerDetail,
  CustomerSummary,
  HistoryEntry,
  RiskDashboard,
  Session,
} from "@/lib/api/schema";

export const bands: BandShare[] = [
  { band: "LOW", from: 0, to: 0.3, customers: 6 },
  { band: "MEDIUM", from: 0.3, to: 0.6, customers: 1 },
  { band: "HIGH", from: 0.6, to: 0.8, customers: 1 },
  { band: "CRITICAL", from: 0.8, to: 1, customers: 2 },
];

export const adminSession: Session = {
  access_token: "first-token",
  expires_in: 600,
  username: "admin",
  role: "ADMIN",
  must_change_password: false,
};

export function leavingCustomer(changes: Partial<CustomerSummary> = {}): CustomerSummary {
  return {
    customer_id: 15634602,
    surname: "Hargrave",
    geography: "France",
    age: 42,
    balance: 125510.82,
    num_of_products: 1,
    is_active_member: false,
    exited: false,
    probability: 0.912,
    band: "CRITICAL",
    change_points: 0.108,
    trend: "RISING",
    value_at_risk: 114465.87,
    scored_at: "2026-11-22T10:15:30Z",
    ...changes,
  };
}

export function dashboard(changes: Partial<RiskDashboard> = {}): RiskDashboard {
  return {
    customers: 12,
    scored: 10,
    exited: 3,
    churn_rate: 0.25,
    high_risk: 2,
    high_risk_threshold: 0.7,
    mean_probability: 0.287,
    value_at_risk: 1_250_000,
    bands,
    distribution: Array.from({ length: 20 }, (_, bin) => ({
      bin,
      from: bin / 20,
      to: (bin + 1) / 20,
      customers: bin % 2,
    })),
    geographies: [
      {
        geography: "France",
        customers: 7,
        exited: 1,
        churn_rate: 1 / 7,
        mean_probability: 0.201,
        high_risk: 1,
      },
      { geography: null, customers: 5, exited: 2, churn_rate: 0.4, mean_probability: null, high_risk: 1 },
    ],
    trend: [0.3, 0.25, 0.287].map((mean_probability, index) => ({
      minute: `2026-11-22T10:${10 + 2 * index}:00Z`,
      scored: 10,
      mean_probability,
      high_risk: 1 + index,
      value_at_risk: 1_200_000 + 25_000 * index,
    })),
    high_risk_customers: [leavingCustomer()],
    recent_changes: [
      {
        customer_id: 15592531,
        surname: "Bartlett",
        probability: 0.643,
        previous_probability: 0.412,
        band: "HIGH",
        previous_band: "MEDIUM",
        timestamp: "2026-11-22T10:15:30Z",
        scored_at: "2026-11-22T10:15:31Z",
      },
    ],
    model: {
      model_version: "gbt-2026.11.3",
      algorithm: "Gradient-boosted trees",
      trained_at: "2026-11-21T08:00:00Z",
      roc_auc: 0.864,
      effective_at: "2026-11-21T09:00:00Z",
      mlflow_run_url: "https://mlflow.bank.example/#/experiments/1/runs/0a1b",
      mlflow_experiment_url: "https://mlflow.bank.example/#/experiments/1",
    },
    as_of: "2026-11-22T10:15:32Z",
    ...changes,
  };
}

export function firstScore(changes: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    event_id: "event-1",
    sequence: 1,
    timestamp: "2026-11-22T10:15:30Z",
    probability: 0.804,
    previous_probability: null,
    risk_change: null,
    data_change: null,
    model_change: null,
    is_high_risk: true,
    cause: "IMPORT",
    model_version: "gbt-2026.11.3",
    config_version: 1,
    reasons: [],
    scored_at: "2026-11-22T10:15:31Z",
    ...changes,
  };
}

export function customerDetail(changes: Partial<CustomerDetail> = {}): CustomerDetail {
  return {
    customer_id: 15634602,
    profile: { surname: "Hargrave", geography: "France", age: 42, balance: 125510.82, exited: false },
    risk: {
      probability: 0.804,
      previous_probability: null,
      change_points: null,
      change_percent: null,
      band: "CRITICAL",
      trend: "STABLE",
      reasons: [],
      value_at_risk: 100910.7,
      model_version: "gbt-2026.11.3",
      sequence: 1,
      scored_at: "2026-11-22T10:15:31Z",
    },
    history: [firstScore()],
    alerts: [],
    ...changes,
  };
}
