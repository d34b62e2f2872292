// Written by "npm run types" from openapi.yaml.
export const LIMITS = {
  "AlertConfigurationChange": {
    "high_risk_threshold": {
      "min": 0,
      "max": 1
    },
    "risk_increase_threshold": {
      "min": 0,
      "max": 1000000
    },
    "min_probability": {
      "min": 0,
      "max": 1
    },
    "hysteresis": {
      "min": 0,
      "max": 1
    },
    "cooldown_seconds": {
      "min": 0,
      "max": 31536000
    }
  },
  "DecisionRequest": {
    "reason": {
      "minLength": 1,
      "maxLength": 1000
    }
  },
  "NewCustomer": {
    "customer_id": {
      "min": 1,
      "max": 9007199254740991
    }
  },
  "OutcomesRequest": {
    "outcomes": {
      "minItems": 1,
      "maxItems": 1000
    }
  },
  "OutcomesRequest.RecordedOutcome": {
    "customer_id": {
      "min": 1,
      "max": 9007199254740991
    }
  },
  "PasswordChange": {
    "new_password": {
      "minLength": 12,
      "maxLength": 128
    }
  },
  "Profile": {
    "row_number": {
      "min": 0,
      "max": 2147483647
    },
    "surname": {
      "maxLength": 50
    },
    "credit_score": {
      "min": 300,
      "max": 900
    },
    "geography": {
      "maxLength": 50
    },
    "gender": {
      "maxLength": 10
    },
    "age": {
      "min": 18,
      "max": 120
    },
    "tenure": {
      "min": 0,
      "max": 100
    },
    "balance": {
      "min": 0,
      "max": 9999999999999
    },
    "num_of_products": {
      "min": 0,
      "max": 100
    },
    "estimated_salary": {
      "min": 0,
      "max": 9999999999999
    }
  },
  "PromotionRequest": {
    "reason": {
      "minLength": 1,
      "maxLength": 1000
    }
  },
  "TrainingRequest": {
    "trees": {
      "min": 1,
      "max": 2000
    },
    "depth": {
      "min": 1,
      "max": 30
    },
    "min_instances": {
      "min": 1,
      "max": 1000000
    },
    "seed": {
      "min": 0,
      "max": 2147483647
    }
  }
} as const;
